package tsukasa.naming.cpe;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeComparison;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeRelation;
import tsukasa.naming.CpeValue;
import tsukasa.naming.OldCpeReading;

@Component
final class CpeDesk implements CpeNames {
    private static final CpeAttribute[] ATTRIBUTES = CpeAttribute.values();

    @Override
    public CpeReading read(String text) {
        try {
            return NameReader.read(text);
        } catch (NotAName refusal) {
            return new CpeReading.Refused(refusal.why(), refusal.at());
        }
    }

    @Override
    public OldCpeReading readOld(String text) {
        try {
            return new OldCpeReading.Read(OldNameReader.read(text));
        } catch (NotAName refusal) {
            return new OldCpeReading.Refused(refusal.why(), refusal.at());
        }
    }

    @Override
    public String uri(CpeName name) {
        return UriWriter.write(name);
    }

    @Override
    public String formatted(CpeName name) {
        return name.toString();
    }

    @Override
    public CpeRelation compare(CpeValue source, CpeValue target) {
        return Matching.compare(source, target);
    }

    @Override
    public boolean covers(CpeName source, CpeName target) {
        for (var attribute : ATTRIBUTES) {
            var relation = Matching.compare(source.value(attribute), target.value(attribute));
            if (relation != CpeRelation.EQUAL && relation != CpeRelation.SUPERSET) {
                return false;
            }
        }
        return true;
    }

    @Override
    public CpeComparison compare(CpeName source, CpeName target) {
        var relations = new ArrayList<CpeRelation>(ATTRIBUTES.length);
        for (var attribute : ATTRIBUTES) {
            relations.add(Matching.compare(source.value(attribute), target.value(attribute)));
        }
        return new CpeComparison(source, target, together(relations), relations);
    }

    /// NISTIR 7696, 6.3: one disjoint attribute parts the names; else all must point the same way.
    private static CpeRelation together(List<CpeRelation> relations) {
        if (relations.contains(CpeRelation.DISJOINT)) {
            return CpeRelation.DISJOINT;
        }
        if (relations.contains(CpeRelation.UNDEFINED)) {
            return CpeRelation.UNDEFINED;
        }
        var wider = relations.contains(CpeRelation.SUPERSET);
        var narrower = relations.contains(CpeRelation.SUBSET);
        if (wider && narrower) {
            return CpeRelation.UNDEFINED;
        }
        return wider ? CpeRelation.SUPERSET : narrower ? CpeRelation.SUBSET : CpeRelation.EQUAL;
    }
}
