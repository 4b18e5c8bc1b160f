package tsukasa.watching.showing;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.watching.BillDifference;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists.Replaced;
import tsukasa.watching.WatchedBill;

/// このSBOMを取り替える: a newer bill of materials takes the place of one; what that changes, before and after.
///
/// @param difference none where nothing was sent yet
/// @param done       none where nothing was changed
public record ReplacePage(
        Frame frame,
        WatchList list,
        WatchedBill bill,
        Optional<BillDifference> difference,
        Optional<Replaced> done,
        Errors errors)
        implements Page {
    /// As many as a page can show.
    private static final int SHOWN = 200;

    /// @param lines what is shown of it
    /// @param rest  how many more there are
    public record Group(String title, List<Line> lines, int rest) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /// @param versions before and after where both are told
    public record Line(String product, String versions) {}

    public String address() {
        return "/watch/lists/" + list.id();
    }

    public Field file() {
        return Field.file("sbom", frame.say("新しい SBOM のファイル", "Newer SBOM file"))
                .hint(frame.say(
                        "CycloneDX か SPDX。20 MB まで、名前のある構成要素10,000個まで。",
                        "CycloneDX or SPDX, up to 20 MB and 10,000 named components."))
                .errors(errors);
    }

    public String kept() {
        return frame.writing().number(difference.map(BillDifference::kept).orElse(0));
    }

    public List<Group> groups() {
        return difference
                .map(all -> List.of(
                        group(
                                frame.say("版が変わった", "Version changed"),
                                all.changed().stream()
                                        .map(one -> new Line(
                                                one.title(), versions(one.before()) + " → " + versions(one.after())))
                                        .toList()),
                        group(frame.say("増えた", "Added"), parts(all.added())),
                        group(frame.say("なくなった", "Removed"), parts(all.removed()))))
                .orElse(List.of());
    }

    private Group group(String title, List<Line> lines) {
        return new Group(
                title
                        + frame.say(
                                "（" + frame.writing().number(lines.size()) + "件）",
                                " (" + frame.writing().number(lines.size()) + ")"),
                lines.stream().limit(SHOWN).toList(),
                Math.max(0, lines.size() - SHOWN));
    }

    private static List<Line> parts(List<BillDifference.Part> parts) {
        return parts.stream()
                .map(part -> new Line(part.title(), versions(List.of(part.version()))))
                .toList();
    }

    private static String versions(List<String> versions) {
        return String.join(
                ", ", versions.stream().map(one -> one.isEmpty() ? "—" : one).toList());
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return done.isPresent()
                ? frame.say("SBOM を取り替えました", "The SBOM was replaced")
                : frame.say("SBOM を取り替える", "Replace an SBOM");
    }
}
