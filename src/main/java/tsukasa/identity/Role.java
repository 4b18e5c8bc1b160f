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
                    Permission.READ_DRAFTS,
                    Permission.DRAFT_PLANS,
                    Permission.RECORD_RESULTS,
                    Permission.REPORT_MEASURES,
                    Permission.READ_EVALUATION,
                    Permission.WRITE_EVALUATION,
                    Permission.WRITE_ALERTS,
                    Permission.WRITE_TOOLS)),
    /// 課長など、案件の監督者: decides who handles a case of the department, and sees those that are restricted
    SUPERVISOR(
            "案件の監督者",
            "Supervisor of cases",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.HANDLE_CASES,
                    Permission.SUPERVISE_CASES,
                    Permission.WRITE_ALERTS,
                    Permission.APPROVE_ALERTS,
                    Permission.WRITE_TOOLS,
                    Permission.APPROVE_TOOLS)),
    /// 計画担当
    PLANNER(
            "計画担当",
            "Planner",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.MANAGE_PLAN,
                    Permission.READ_DRAFTS,
                    Permission.DRAFT_PLANS,
                    Permission.RECORD_RESULTS,
                    Permission.APPROVE_RESULTS,
                    Permission.PROPOSE_CLOSINGS,
                    Permission.REPORT_MEASURES,
                    Permission.COORDINATE_CYCLE,
                    Permission.READ_EVALUATION,
                    Permission.WRITE_EVALUATION)),
    /// 役員
    EXECUTIVE(
            "役員",
            "Executive",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.CLOSE_PERIODS,
                    Permission.READ_DRAFTS,
                    Permission.ADOPT_PLANS,
                    Permission.READ_EVALUATION,
                    Permission.APPROVE_EVALUATION,
                    Permission.APPROVE_BORROWING,
                    Permission.WRITE_ALERTS,
                    Permission.APPROVE_ALERTS)),
    /// 主務省の評価担当: reads what the agency approved, and says what the minister thinks of it
    MINISTRY(
            "主務省",
            "Ministry in charge",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.READ_EVALUATION,
                    Permission.GIVE_MINISTERS_EVALUATION)),
    /// 会計担当
    ACCOUNTANT(
            "会計担当",
            "Accountant",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.ENTER_EXECUTION,
                    Permission.MANAGE_BORROWING)),
    /// 脆弱性分析担当: adds to the vulnerability database what its sources leave out, and approves what colleagues add
    ANALYST(
            "脆弱性分析担当",
            "Vulnerability analyst",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.ENRICH,
                    Permission.APPROVE_ENRICHMENT,
                    Permission.WRITE_TOOLS)),
    /// システム管理者
    ADMINISTRATOR(
            "システム管理者",
            "Administrator",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.READ_OUTBOX,
                    Permission.READ_PERMISSIONS,
                    Permission.MANAGE_FILES,
                    Permission.MANAGE_PEOPLE)),
    /// 監査担当: sees what was done and who may do it, and does nothing
    AUDITOR(
            "監査担当",
            "Auditor",
            Set.of(
                    Permission.SECOND_PROOF,
                    Permission.USE_STAFF_PAGES,
                    Permission.READ_PERMISSIONS,
                    Permission.READ_AUDIT,
                    Permission.READ_DRAFTS,
                    Permission.READ_EVALUATION));

    private final Text title;
    private final Set<Permission> permissions;

    Role(String ja, String en, Set<Permission> permissions) {
        this.title = Text.of(ja, en);
        this.permissions = permissions;
    }

    public Text title() {
        return title;
    }

    /// Whether this role can be given for some departments: it carries something that is decided by department.
    public boolean byDepartment() {
        return permissions.stream().anyMatch(permission -> permission.span() == Permission.Span.DEPARTMENT);
    }

    /// Besides `SIGNED_IN`, which everyone has who is.
    public Set<Permission> permissions() {
        return permissions;
    }
}
