package tsukasa.naming.applicability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.naming.Applicability;
import tsukasa.naming.ApplicabilityDesk;
import tsukasa.naming.ApplicabilityVerdict;
import tsukasa.naming.ApplicabilityVerdict.Answer;
import tsukasa.naming.ApplicabilityVerdict.Match;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeRelation;
import tsukasa.naming.CpeValue;
import tsukasa.naming.VersionScheme;
import tsukasa.naming.Versions;

/// Walks a tree of statements with three answers, so that "no version given" is told apart from "another version".
@Component
final class TreeWalk implements ApplicabilityDesk {
    private static final int DEEPEST = 200;

    private final CpeNames names;
    private final Versions versions;

    TreeWalk(CpeNames names, Versions versions) {
        this.names = names;
        this.versions = versions;
    }

    @Override
    public ApplicabilityVerdict apply(Applicability tree, Collection<CpeName> inventory) {
        var matches = new ArrayList<Match>();
        return new ApplicabilityVerdict(walk(tree, inventory, matches, 0), matches);
    }

    private Answer walk(Applicability tree, Collection<CpeName> inventory, List<Match> matches, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a tree of statements is deeper than " + DEEPEST);
        }
        return switch (tree) {
            case Applicability.All(var of) -> {
                var all = Answer.YES;
                for (var each : of) {
                    var answer = walk(each, inventory, matches, depth + 1);
                    all = answer == Answer.NO || all == Answer.NO ? Answer.NO : answer == Answer.YES ? all : answer;
                }
                yield of.isEmpty() ? Answer.NO : all;
            }
            case Applicability.Any(var of) -> {
                var any = Answer.NO;
                for (var each : of) {
                    any = either(any, walk(each, inventory, matches, depth + 1));
                }
                yield any;
            }
            case Applicability.Not(var of) ->
                switch (walk(of, inventory, matches, depth + 1)) {
                    case YES -> Answer.NO;
                    case NO -> Answer.YES;
                    case UNDECIDED -> Answer.UNDECIDED;
                };
            case Applicability.Statement statement -> statement(statement, inventory, matches);
        };
    }

    private static Answer either(Answer one, Answer other) {
        return one == Answer.YES || other == Answer.YES ? Answer.YES : one == Answer.NO ? other : one;
    }

    private Answer statement(Applicability.Statement statement, Collection<CpeName> inventory, List<Match> matches) {
        var any = Answer.NO;
        for (var product : inventory) {
            var match = match(statement, product);
            if (match.answer() != Answer.NO) {
                matches.add(match);
            }
            any = either(any, match.answer());
        }
        return any;
    }

    private Match match(Applicability.Statement statement, CpeName product) {
        var compared = names.compare(statement.criteria(), product);
        var range = statement.range();
        if (compared.relation() == CpeRelation.DISJOINT) {
            return new Match(statement, product, Answer.NO, compared, null);
        }
        if (range == null) {
            return new Match(statement, product, compared.covers() ? Answer.YES : Answer.UNDECIDED, compared, null);
        }
        return switch (product.version()) {
            case CpeValue.Words version
            when !version.wild() -> {
                var contained = versions.contains(range, withUpdate(version, product.value(CpeAttribute.UPDATE)));
                var answer = !contained.inside() ? Answer.NO : compared.covers() ? Answer.YES : Answer.UNDECIDED;
                yield new Match(statement, product, answer, compared, contained);
            }
            case CpeValue.Words _ -> new Match(statement, product, Answer.UNDECIDED, compared, null);
            case CpeValue.Logical logical ->
                new Match(
                        statement,
                        product,
                        logical == CpeValue.Logical.NA ? Answer.NO : Answer.UNDECIDED,
                        compared,
                        null);
        };
    }

    /// `1.0` with the update `rc1` is a version before 1.0. Updates after a release (`sp1`) do not move it out of a
    /// range that
    /// has the release: NVD's bounds speak of versions alone.
    private String withUpdate(CpeValue.Words version, CpeValue update) {
        var plain = version.plain();
        if (!(update instanceof CpeValue.Words words) || words.wild()) {
            return plain;
        }
        var updated = plain + "-" + words.plain();
        return versions.compare(VersionScheme.GENERIC, updated, plain) < 0 ? updated : plain;
    }
}
