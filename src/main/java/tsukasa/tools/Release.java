package tsukasa.tools;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.files.FileHolder;
import tsukasa.kernel.Text;

/// 版: one release of a tool. Its files never change; what is wrong with it is withdrawn, and stays to be seen.
///
/// @param id    as the catalogue numbers it
/// @param parts software that comes with it, each a package URL or a CPE name with its version
public record Release(
        long id,
        ToolName tool,
        String version,
        LocalDate released,
        Text notes,
        List<String> parts,
        Instant published,
        @Nullable Withdrawal withdrawal) {
    public static final String HOLDER = "tool-release";

    public Release {
        parts = List.copyOf(parts);
    }

    /// 取下げ: what was wrong with it.
    public record Withdrawal(Instant at, Text reason) {}

    public boolean offered() {
        return withdrawal == null;
    }

    public FileHolder holder() {
        return new FileHolder(HOLDER, String.valueOf(id));
    }

    public String address() {
        return tool.address() + "/" + version;
    }
}
