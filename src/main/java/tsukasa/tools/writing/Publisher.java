package tsukasa.tools.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.advisories.Signing;
import tsukasa.files.FileHolder;
import tsukasa.files.FileKeeper;
import tsukasa.files.KeptFile;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fault;
import tsukasa.tools.Release;
import tsukasa.tools.ToolDraft;
import tsukasa.tools.ToolName;
import tsukasa.tools.ToolWords;

/// Puts what was approved where everyone sees it, and signs the files of a release.
@Component
class Publisher {
    private final PublicationStore store;
    private final FileKeeper files;
    private final Signing signing;

    Publisher(PublicationStore store, FileKeeper files, Signing signing) {
        this.store = store;
        this.files = files;
        this.signing = signing;
    }

    /// @return what stands in the way; empty when it is published
    List<Fault> publish(ToolDraft draft, UUID approver, Instant at) {
        return switch (draft.kind()) {
            case TOOL -> tool(draft, approver, at);
            case REVISION -> revision(draft, approver, at);
            case RELEASE -> release(draft, approver, at);
            case CORRECTION, WITHDRAWAL -> ofRelease(draft, approver, at);
        };
    }

    private List<Fault> tool(ToolDraft draft, UUID approver, Instant at) {
        ToolName name = ToolName.read(draft.words().of("name")).orElseThrow();
        Optional<Long> id = store.tool(name, WordsReading.content(draft.words()), at);
        id.ifPresent(tool -> store.change(tool, null, draft, Text.of("公開しました。", "Published."), approver, at));
        return id.isPresent() ? List.of() : List.of(taken());
    }

    static Fault taken() {
        return Fault.of("name", "この名前のツールはすでにあります。", "There is a tool of this name already.");
    }

    static Fault out() {
        return Fault.of("version", "この版はすでに公開されています。", "This version is out already.");
    }

    private List<Fault> revision(ToolDraft draft, UUID approver, Instant at) {
        long id = store.revise(draft.tool().orElseThrow(), WordsReading.content(draft.words()), at);
        store.change(id, null, draft, WordsReading.both(draft.words(), "what"), approver, at);
        return List.of();
    }

    private List<Fault> release(ToolDraft draft, UUID approver, Instant at) {
        ToolWords words = draft.words();
        String version = words.of("version").strip();
        long tool = store.touched(draft.tool().orElseThrow(), at);
        Optional<Long> id = store.release(
                tool,
                version,
                WordsReading.day(words.of("released")).orElseThrow(),
                WordsReading.both(words, "notes"),
                WordsReading.lines(words.of("parts")),
                at);
        if (id.isEmpty()) {
            return List.of(out());
        }
        FileHolder holder = new FileHolder(Release.HOLDER, String.valueOf(id.get()));
        files.handOver(draft.holder(), holder);
        files.of(holder).forEach(file -> sign(file, at));
        Text what = Text.of("版 " + version + " を公開しました。", "Release " + version + " published.");
        store.change(tool, id.get(), draft, what, approver, at);
        return List.of();
    }

    private void sign(KeptFile file, Instant at) {
        try (InputStream content = files.open(file.id())) {
            byte[] signature = signing.sign(content.readAllBytes(), at);
            store.signature(file.id().value(), new String(signature, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Fault> ofRelease(ToolDraft draft, UUID approver, Instant at) {
        ToolWords words = draft.words();
        String version = draft.version().orElseThrow();
        long tool = store.touched(draft.tool().orElseThrow(), at);
        boolean correction = draft.kind() == ToolDraft.Kind.CORRECTION;
        Optional<Long> id = correction
                ? store.correct(tool, version, WordsReading.both(words, "notes"), WordsReading.lines(words.of("parts")))
                : store.withdraw(tool, version, WordsReading.both(words, "reason"), at);
        if (id.isEmpty()) {
            return List.of(Fault.of("", "この版はすでに取り下げられています。", "This release is withdrawn already."));
        }
        Text what = correction
                ? WordsReading.both(words, "what")
                : Text.of("版 " + version + " を取り下げました。", "Release " + version + " withdrawn.");
        store.change(tool, id.get(), draft, what, approver, at);
        return List.of();
    }
}
