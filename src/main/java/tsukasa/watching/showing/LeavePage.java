package tsukasa.watching.showing;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists.Leaving;

/// What is lost when a product or a bill of materials is taken off a list.
///
/// @param bill a bill, else a product
public record LeavePage(Frame frame, WatchList list, Leaving leaving, boolean bill) implements Page {
    public String address() {
        return "/watch/lists/" + list.id();
    }

    public String sentence() {
        String products = frame.writing().number(leaving.products());
        String findings = frame.writing().number(leaving.findings());
        String decided = frame.writing().number(leaving.decided());
        return bill
                ? frame.say(
                        "製品" + products + "件と、該当" + findings + "件が、リストからなくなります。うち" + decided + "件には、あなたの判断があります。",
                        products + " products and " + findings
                                + " findings leave the list; of these, you decided about " + decided + ".")
                : frame.say(
                        "該当" + findings + "件が、リストからなくなります。うち" + decided + "件には、あなたの判断があります。",
                        findings + " findings leave the list; of these, you decided about " + decided + ".");
    }

    @Override
    public String title() {
        return frame.say("「" + leaving.title() + "」を外す", "Take “" + leaving.title() + "” off the list");
    }
}
