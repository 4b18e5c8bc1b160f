package tsukasa.front.about;

import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

public record DataPage(Frame frame, List<Source> sources) implements Page {
    public DataPage {
        sources = List.copyOf(sources);
    }

    public record Source(Text title, String address, String format) {}

    @Override
    public String title() {
        return frame.say("データとAPI", "Data and API");
    }
}
