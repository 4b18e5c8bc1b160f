package tsukasa.kernel.start;

import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.Settings;
import tsukasa.kernel.StartNote;
import tsukasa.kernel.Text;

/// Says at the terminal where the platform is, what its modules want said, and how to stop it.
@Component
class Announcement implements ApplicationListener<ApplicationReadyEvent> {
    private final Settings settings;
    private final ObjectProvider<StartNote> notes;

    Announcement(Settings settings, ObjectProvider<StartNote> notes) {
        this.settings = settings;
        this.notes = notes;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            say(web.getWebServer().getPort(), System.out);
        }
    }

    private void say(int port, PrintStream out) {
        Language language = Language.ofSystem();
        out.println();
        out.println(Text.of("司 Tsukasa が動いています。", "Tsukasa is running.").in(language));
        line(out, Text.of("アドレス", "Address").in(language), "http://localhost:" + port + "/");
        line(
                out,
                Text.of("データ", "Data").in(language),
                settings.dataDir().toAbsolutePath().normalize().toString());
        notes.orderedStream().map(StartNote::lines).flatMap(List::stream).forEach(note -> line(out, note.in(language)));
        line(out, Text.of("止めるには Ctrl-C を押します。", "Press Ctrl-C to stop.").in(language));
        out.println();
        out.flush();
    }

    private static void line(PrintStream out, String... words) {
        out.println("  " + String.join("  ", words));
    }
}
