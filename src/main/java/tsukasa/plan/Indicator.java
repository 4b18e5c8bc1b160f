package tsukasa.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsukasa.kernel.Text;

/// 評価指標: one evaluation indicator; met when every one of its thresholds is met.
///
/// @param id         `SEC-2`
/// @param definition what is counted, in plain words
/// @param section    the section whose evaluation it belongs to, `Ⅰ-1`
/// @param references 参考値: reported, never a target
public record Indicator(
        String id,
        Place place,
        Place section,
        Text title,
        Text definition,
        Optional<String> department,
        Set<Flag> flags,
        List<Threshold> thresholds,
        List<Reference> references,
        QualityCard quality) {
    public Indicator {
        flags = Set.copyOf(flags);
        thresholds = List.copyOf(thresholds);
        references = List.copyOf(references);
    }

    public enum Flag {
        /// 基幹目標
        CORE_GOAL,
        /// 重要度高
        HIGH_IMPORTANCE,
        /// 優先度高
        HIGH_PRIORITY,
        /// 難易度高
        HIGH_DIFFICULTY
    }

    /// @param query the counting query, or empty when the figure is a printed baseline only
    public record Reference(String id, Text title, Unit unit, Optional<CountingQuery> query, Optional<Long> baseline) {}

    /// The five questions of GPRAMA (31 U.S.C. §1115(b)(8)) about how far a figure can be trusted.
    public record QualityCard(Text verified, Text sources, Text accuracy, Text limitations, Text compensation) {}
}
