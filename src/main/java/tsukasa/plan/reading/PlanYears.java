package tsukasa.plan.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.kernel.FiscalYear;
import tsukasa.plan.PlanDocument;

/// The fiscal year a plan is for, from its title: 令和３年度 is 2021.
final class PlanYears {
    private static final Pattern ERA_YEAR = Pattern.compile("(令和|平成)([0-9]{1,2}|元)(?:\\([0-9]{4}\\))?年度");
    private static final Pattern WESTERN_YEAR = Pattern.compile("((?:19|20)[0-9]{2})年度");
    private static final int SEARCHED = 2_000;

    private PlanYears() {}

    static Optional<FiscalYear> of(PlanDocument document) {
        StringBuilder start = new StringBuilder();
        for (PlanDocument.Node node : document.nodes()) {
            start.append(node.text());
            if (start.length() > SEARCHED) {
                break;
            }
        }
        return in(Characters.compact(start.substring(0, Math.min(start.length(), SEARCHED))));
    }

    private static Optional<FiscalYear> in(String text) {
        Matcher era = ERA_YEAR.matcher(text);
        if (era.find()) {
            int year = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
            return Optional.of(new FiscalYear((era.group(1).equals("令和") ? 2018 : 1988) + year));
        }
        Matcher western = WESTERN_YEAR.matcher(text);
        return western.find() ? Optional.of(new FiscalYear(Integer.parseInt(western.group(1)))) : Optional.empty();
    }
}
