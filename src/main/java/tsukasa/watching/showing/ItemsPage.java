package tsukasa.watching.showing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Tab;
import tsukasa.watching.WatchList;

/// The products of a list, and how to add some.
///
/// @param words   what was searched for in the register, empty for nothing
/// @param offered products of the register that may be meant
public record ItemsPage(
        Frame frame,
        WatchList list,
        List<Tab> tabs,
        List<Item> items,
        Paging paging,
        List<Bill> bills,
        String words,
        List<Offer> offered,
        String pasted,
        Errors errors)
        implements Page {
    public ItemsPage {
        tabs = List.copyOf(tabs);
        items = List.copyOf(items);
        bills = List.copyOf(bills);
        offered = List.copyOf(offered);
    }

    /// @param open   how many findings wait, and where they are listed
    /// @param remark what is to be said of it, empty for nothing
    public record Item(
            long id,
            String title,
            String version,
            String name,
            String open,
            @Nullable String address,
            String remark) {}

    public record Bill(long id, String file, String about) {}

    /// @param name by which it is known besides its title
    public record Offer(long id, String title, String name, String entries) {}

    public String address() {
        return "/watch/lists/" + list.id();
    }

    public Field search() {
        return Field.search("q", frame.say("製品名", "Product name"))
                .hint(frame.say("例：log4j、openssl", "For example log4j or openssl"))
                .value(words);
    }

    public Field paste() {
        return Field.longText("names", frame.say("CPE名か purl", "CPE names or package URLs"))
                .hint(frame.say(
                        "1行に1つ。例：pkg:npm/lodash@4.17.20、cpe:2.3:a:apache:log4j:2.14.1:*:*:*:*:*:*:*",
                        "One a line: pkg:npm/lodash@4.17.20, cpe:2.3:a:apache:log4j:2.14.1:*:*:*:*:*:*:*"))
                .rows(4)
                .value(pasted)
                .errors(errors);
    }

    public Field file() {
        return Field.file("sbom", frame.say("SBOM のファイル", "SBOM file"))
                .hint(frame.say(
                        "CycloneDX か SPDX。20 MB まで、名前のある構成要素10,000個まで。",
                        "CycloneDX or SPDX, up to 20 MB and 10,000 named components."))
                .errors(errors);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return frame.say(list.name() + "の製品", "Products of " + list.name());
    }
}
