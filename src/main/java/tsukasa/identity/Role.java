package tsukasa.identity;

import java.util.Set;
import tsukasa.kernel.Text;

/// What a person is to the agency, and what that allows.
public enum Role {
    /// 一般利用者
    MEMBER("一般利用者", "Member", Set.of()),
    /// 職員
    STAFF(
            "職員",
            "Staff",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.HANDLE_CASES,
                    Permission.RECORD_RESULTS)),
    /// 計画担当
    PLANNER(
            "計画担当",
            "Planner",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.MANAGE_PLAN,
                    Permission.RECORD_RESULTS,
                    Permission.APPROVE_RESULTS,
                    Permission.PROPOSE_CLOSINGS)),
    /// 役員
    EXECUTIVE(
            "役員",
            "Executive",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.CLOSE_PERIODS,
                    Permission.APPROVE_BORROWING)),
    /// 会計担当
    ACCOUNTANT(
            "会計担当",
            "Accountant",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.ENTER_EXECUTION,
                    Permission.MANAGE_BORROWING)),
    /// システム管理者
    ADMINISTRATOR(
            "システム管理者",
            "Administrator",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.READ_OUTBOX,
                    Permission.READ_PERMISSIONS,
                    Permission.MANAGE_PEOPLE)),
    /// 監査担当: sees what was done and who may do it, and does nothing
    AUDITOR(
            "監査担当",
            "Auditor",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.READ_PERMISSIONS,
                    Permission.READ_AUDIT));

    private final Text title;
    private final Set<Permission> permissions;

    Role(String ja, String en, Set<Permission> permissions) {
        this.title = Text.of(ja, en);
        this.permissions = permissions;
    }

    public Text title() {
        return title;
    }

    /// Besides `SIGNED_IN`, which everyone has who is.
    public Set<Permission> permissions() {
        return permissions;
    }
}
