package tsukasa.plan.importing;

import tsukasa.kernel.Text;
import tsukasa.plan.Doubt;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Role;

/// What the pages call kinds of doubts and of items.
final class DoubtWords {
    private DoubtWords() {}

    static Text of(Doubt.Kind kind) {
        return switch (kind) {
            case ENCODING -> Text.of("文字コード", "Encoding");
            case CONTROL_CHARACTER -> Text.of("制御文字", "Control character");
            case FURNITURE -> Text.of("柱・ページ番号", "Page furniture");
            case NUMBERING -> Text.of("番号", "Numbering");
            case STRUCTURE -> Text.of("構造", "Structure");
            case TRUNCATED -> Text.of("途切れ", "Cut off");
            case READING -> Text.of("目標の読み方", "Reading of a target");
            case LABEL -> Text.of("見出しの名", "Label");
            case TABLE -> Text.of("表", "Table");
            case REPEAT -> Text.of("再掲", "Repetition");
            case TRANSLATION -> Text.of("訳", "Translation");
        };
    }

    static Text of(Node node) {
        if (node.depth() == 1 && node.role() == Role.ITEM) {
            return Text.of("章", "Section");
        }
        return of(node.role());
    }

    static Text of(Role role) {
        return switch (role) {
            case PREAMBLE -> Text.of("前文", "Preamble");
            case ITEM -> Text.of("項目", "Item");
            case INDICATORS -> Text.of("指標の見出し", "Indicator heading");
            case INDICATOR -> Text.of("指標", "Indicator");
        };
    }
}
