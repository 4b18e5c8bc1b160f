package tsukasa.tools;

import java.util.List;
import java.util.Optional;
import org.springframework.core.io.InputStreamSource;
import tsukasa.files.FileId;
import tsukasa.files.KeptFile;
import tsukasa.identity.Visitor;
import tsukasa.kernel.foureyes.DraftOutcome;

/// How the catalogue is written: one person writes, another publishes. Who may call this is asked where it is called.
public interface ToolWriting {
    /// Neither published nor discarded, the last changed first.
    List<ToolDraft> open();

    Optional<ToolDraft> find(long id);

    /// What will be offered with a release; none for other kinds.
    List<KeptFile> files(ToolDraft draft);

    /// A new tool.
    DraftOutcome<ToolDraft> begin(ToolWords words, Visitor by);

    /// Something about a published tool.
    ///
    /// @param version of the release that is corrected or withdrawn; else of no meaning
    DraftOutcome<ToolDraft> begin(ToolDraft.Kind kind, ToolName tool, String version, Visitor by);

    /// @param seen the state the writer saw
    DraftOutcome<ToolDraft> write(long id, int seen, ToolWords words, Visitor by);

    /// Adds a file to a draft of a release.
    DraftOutcome<ToolDraft> attach(long id, int seen, String name, InputStreamSource content, Visitor by);

    DraftOutcome<ToolDraft> detach(long id, int seen, FileId file, Visitor by);

    /// For approval; only when nothing is missing.
    DraftOutcome<ToolDraft> submit(long id, int seen, Visitor by);

    DraftOutcome<ToolDraft> giveBack(long id, int seen, String reason, Visitor by);

    DraftOutcome<ToolDraft> publish(long id, int seen, Visitor by);

    DraftOutcome<ToolDraft> discard(long id, int seen, Visitor by);
}
