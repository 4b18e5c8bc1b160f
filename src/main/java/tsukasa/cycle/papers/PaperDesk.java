package tsukasa.cycle.papers;

import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Papers;
import tsukasa.files.FileHolder;
import tsukasa.files.FileKeeper;
import tsukasa.kernel.page.AttachedFile;
import tsukasa.kernel.page.Frame;

@Component
class PaperDesk implements Papers {
    private final FileKeeper files;

    PaperDesk(FileKeeper files) {
        this.files = files;
    }

    @Override
    public List<AttachedFile> of(Frame frame, FileHolder holder, boolean removable) {
        return files.of(holder).stream()
                .map(file -> file.shown(frame, removable))
                .toList();
    }
}
