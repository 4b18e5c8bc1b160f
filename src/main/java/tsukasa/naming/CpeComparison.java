package tsukasa.naming;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;

/// How a source name stands to a target name, with the relation of each attribute in the order of [CpeAttribute].
public record CpeComparison(CpeName source, CpeName target, CpeRelation relation, List<CpeRelation> attributes) {
    public CpeComparison {
        attributes = List.copyOf(attributes);
    }

    public CpeRelation relation(CpeAttribute attribute) {
        return attributes.get(attribute.ordinal());
    }

    /// Whether every product the target names is meant by the source.
    public boolean covers() {
        return relation == CpeRelation.SUPERSET || relation == CpeRelation.EQUAL;
    }

    /// The first attribute without which the relation would be another; none if all are equal.
    public Optional<CpeAttribute> decidedBy() {
        for (var attribute : CpeAttribute.values()) {
            var its = relation(attribute);
            if (its == relation && its != CpeRelation.EQUAL) {
                return Optional.of(attribute);
            }
        }
        return mixed();
    }

    /// Undefined because one attribute is wider and another narrower: the first that is narrower.
    private Optional<CpeAttribute> mixed() {
        for (var attribute : CpeAttribute.values()) {
            if (relation(attribute) == CpeRelation.SUBSET) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /// Which attribute decided, in words.
    public Text explain() {
        return decidedBy()
                .map(by -> {
                    var values = by.wellFormed() + " " + source.value(by).text() + " / "
                            + target.value(by).text();
                    return switch (relation) {
                        case DISJOINT -> Text.of("一致しません：" + values, "No match: " + values);
                        case SUPERSET -> Text.of("含みます：" + values, "Covers it: " + values);
                        case SUBSET -> Text.of("一部だけに当たります：" + values, "Covers a part only: " + values);
                        case UNDEFINED -> Text.of("判定できません：" + values, "Cannot be told: " + values);
                        case EQUAL -> Text.of("同じです：" + values, "The same: " + values);
                    };
                })
                .orElseGet(() -> Text.of("すべての属性が同じです", "All attributes are the same"));
    }
}
