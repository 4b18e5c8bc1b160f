package tsukasa.tools.writing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import tsukasa.files.Confidentiality;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileReaders;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.files.NewFile;
import tsukasa.files.Retention;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fault;
import tsukasa.tools.Release;
import tsukasa.tools.ToolDraft;

/// The files of a release while it is being written, and who may read them besides the counted address.
@Component
class Attachments {
    private static final int MOST = 20;
    private static final String FIELD = "files";
    private final FileKeeper files;

    Attachments(FileKeeper files) {
        this.files = files;
    }

    List<KeptFile> of(ToolDraft draft) {
        return draft.kind() == ToolDraft.Kind.RELEASE ? files.of(draft.holder()) : List.of();
    }

    /// @return what stands in the way; empty when it is kept
    Optional<Fault> add(ToolDraft draft, String name, InputStreamSource content, Visitor by) {
        List<KeptFile> kept = of(draft);
        if (kept.size() >= MOST) {
            return Optional.of(Fault.of(FIELD, "ファイルは20件までです。", "At most 20 files."));
        }
        if (kept.stream().anyMatch(file -> file.name().equalsIgnoreCase(name)) || signature(name)) {
            return Optional.of(Fault.of(
                    FIELD,
                    name + "：この名前は使えません。ほかのファイルと違う名前にしてください。",
                    name + ": Choose a name that no other file has."));
        }
        NewFile file = new NewFile(
                name, content::getInputStream, draft.holder(), Confidentiality.OPEN, Retention.IN_USE, true);
        return switch (files.keep(file, by)) {
            case KeepOutcome.RefusedType _ ->
                Optional.of(Fault.of(
                        FIELD,
                        name + "：ZIP、PDF、テキスト、CSV、画像、Office文書だけを受け付けます。プログラムはZIPにまとめてください。",
                        name + ": ZIP, PDF, text, CSV, pictures and Office documents only. Put programs into a ZIP."));
            case KeepOutcome.Refused refused ->
                Optional.of(Fault.of(
                        FIELD,
                        name + "：" + refused.why().ja() + refused.next().ja(),
                        name + ": " + refused.why().en() + " " + refused.next().en()));
            case KeepOutcome.Kept _, KeepOutcome.Quarantined _ -> Optional.empty();
        };
    }

    private static boolean signature(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".asc") || lower.equals("sha256sums");
    }

    /// What is not given out yet cannot be published.
    List<Fault> faults(ToolDraft draft) {
        if (draft.kind() != ToolDraft.Kind.RELEASE) {
            return List.of();
        }
        List<KeptFile> kept = of(draft);
        if (kept.isEmpty()) {
            return List.of(Fault.of(FIELD, "ファイルを1件以上加えてください。", "Add at least one file."));
        }
        return kept.stream()
                .filter(file -> !file.state().givenOut())
                .map(file -> Fault.of(
                        FIELD,
                        file.name() + "：" + file.state().title().ja() + "のため、公開できません。",
                        file.name() + ": cannot be published ("
                                + file.state().title().en() + ")."))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class ReadersOfTools {
        @Bean
        FileReaders toolDraftReaders() {
            return new Writers(ToolDraft.HOLDER, Text.of("対策ツールの案", "Draft of a tool"));
        }

        /// Everyone else downloads them where it is counted.
        @Bean
        FileReaders toolReleaseReaders() {
            return new Writers(Release.HOLDER, Text.of("対策ツールの版", "Release of a tool"));
        }
    }

    private record Writers(String kind, Text title) implements FileReaders {
        @Override
        public boolean mayRead(Optional<Visitor> visitor, String id) {
            return visitor.map(v -> v.may(Permission.WRITE_TOOLS)).orElse(false);
        }

        @Override
        public Optional<String> address(String id) {
            return kind.equals(ToolDraft.HOLDER) ? Optional.of("/staff/tools/drafts/" + id) : Optional.empty();
        }
    }
}
