package tsukasa.exposure.installed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;

/// What was filled in stands in the address, so that it can be kept as a bookmark. Nothing is stored.
@Controller
class VersionController {
    static final int LONGEST = 40;
    private static final Pattern VERSION = Pattern.compile("[!-~]{1," + LONGEST + "}");
    private final SoftwareList list;
    private final VersionDesk desk;
    private final VersionViews views;

    VersionController(SoftwareList list, VersionDesk desk, VersionViews views) {
        this.list = list;
        this.desk = desk;
        this.views = views;
    }

    @GetMapping("/version-checker")
    VersionCheckPage check(Frame frame, HttpServletRequest request) {
        Map<String, String> typed = new LinkedHashMap<>();
        Map<Software, String> installed = new LinkedHashMap<>();
        Errors errors = Errors.none();
        for (Software software : list.all()) {
            String told = request.getParameter(software.id());
            String version = told == null ? "" : told.strip();
            if (!version.isEmpty()) {
                typed.put(software.id(), version.substring(0, Math.min(LONGEST * 2, version.length())));
                if (VERSION.matcher(version).matches() && version.chars().anyMatch(Character::isDigit)) {
                    installed.put(software, version);
                } else {
                    errors = errors.with(
                            software.id(),
                            frame.say(
                                    frame.say(software.name()) + "のバージョンを、半角の数字などで入力してください（例：" + software.example()
                                            + "）。",
                                    "Enter the version of " + frame.say(software.name()) + " in plain digits, like "
                                            + software.example() + "."));
                }
            }
        }
        return views.page(frame, errors, typed, installed.isEmpty() ? List.of() : desk.check(installed));
    }
}
