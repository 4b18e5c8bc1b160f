package tsukasa.front.about;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;

@Controller
class AboutController {
    private static final List<DataPage.Source> SOURCES = List.of(
            source("計画の全体", "The whole plan", "/api/plan/fy2021", "JSON"),
            source("17の目標", "The 17 targets", "/api/plan/fy2021/indicators", "JSON"),
            source("目標の一覧表", "Table of targets", "/plan/fy2021/indicators.csv", "CSV"),
            source("予算・収支計画・資金計画", "Budget, income and cash tables", "/api/plan/fy2021/tables", "JSON"),
            source("SECURITY ACTION 宣言事業者", "SECURITY ACTION companies", "/api/security-action/register", "JSON"),
            source("同　名簿の全行", "The same, every row", "/security-action/register.csv", "CSV"),
            source("脆弱性対策情報", "Vulnerabilities", "/api/vulnerabilities", "JSON"),
            source("同　全行", "The same, every row", "/vulnerabilities.csv", "CSV"),
            source("注意喚起", "Alerts", "/api/alerts", "JSON"),
            source("対策ツール", "Tools", "/api/tools", "JSON"));

    private final SecurityContact security;

    AboutController(SecurityContact security) {
        this.security = security;
    }

    @GetMapping("/about")
    AboutPage about(Frame frame) {
        return new AboutPage(frame, security.contacts());
    }

    @GetMapping("/about/accessibility")
    AccessibilityPage accessibility(Frame frame) {
        return new AccessibilityPage(frame);
    }

    @GetMapping("/about/privacy")
    PrivacyPage privacy(Frame frame) {
        return new PrivacyPage(frame);
    }

    @GetMapping("/about/data")
    DataPage data(Frame frame) {
        return new DataPage(frame, SOURCES);
    }

    private static DataPage.Source source(String ja, String en, String address, String format) {
        return new DataPage.Source(Text.of(ja, en), address, format);
    }
}
