package tsukasa.tools;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsukasa.files.KeptFile;

/// ダウンロード: one record each, with its moment and file and nothing about who it was.
public interface Downloads {
    void record(Release release, KeptFile file);

    /// How often each tool was downloaded, by name.
    Map<ToolName, Long> byTool();

    /// How often each release of a tool was downloaded, by version.
    Map<String, Long> byVersion(ToolName tool);

    /// What was counted, month by month of Japan, oldest first; months without any are left out.
    ///
    /// @param tool its name; empty for all
    List<Counted> months(String tool);

    /// Every download, the first first.
    ///
    /// @param tool its name; empty for all
    void each(String tool, Consumer<Download> taker);

    /// @param number as they came
    record Download(long number, Instant at, ToolName tool, String version, String file) {}

    record Counted(YearMonth month, ToolName tool, String version, long count) {}
}
