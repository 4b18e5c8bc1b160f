package tsukasa.staff.home;

import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.StaffMenuEntry;

@Controller
class StaffController {
    private final List<StaffMenuEntry> entries;

    StaffController(List<StaffMenuEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(StaffMenuEntry::order).thenComparing(StaffMenuEntry::path))
                .toList();
    }

    @Permit(Permission.USE_STAFF_PAGES)
    @GetMapping("/staff")
    StaffPage home(Frame frame, Visitor visitor) {
        List<StaffPage.Entry> own = entries.stream()
                .filter(entry -> visitor.may(entry.permission()))
                .map(entry -> shown(frame, entry))
                .toList();
        return new StaffPage(frame, visitor, own);
    }

    private static StaffPage.Entry shown(Frame frame, StaffMenuEntry entry) {
        LongSupplier waiting = entry.waiting();
        return new StaffPage.Entry(
                frame.say(entry.title()),
                frame.say(entry.purpose()),
                entry.path(),
                waiting == null ? null : waiting.getAsLong());
    }
}
