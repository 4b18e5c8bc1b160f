package tsukasa.kernel.page;

/// 緊急: the one banner above everything, for as long as people must act.
public record Emergency(String title, String firstNotice, String update, String linkText, String address) {}
