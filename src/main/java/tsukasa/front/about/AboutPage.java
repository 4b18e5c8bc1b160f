package tsukasa.front.about;

import java.net.URI;
import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param contacts whom to tell of a weakness of this site; empty where nobody is named
public record AboutPage(Frame frame, List<URI> contacts) implements Page {
    public AboutPage {
        contacts = List.copyOf(contacts);
    }

    /// As people read it: without the way of telling where that is mail or phone.
    public static String written(URI contact) {
        return contact.isOpaque() ? contact.getSchemeSpecificPart() : contact.toString();
    }

    @Override
    public String title() {
        return frame.say("この機構について", "About this agency");
    }
}
