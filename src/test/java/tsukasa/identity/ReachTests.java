package tsukasa.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReachTests {
    private static Visitor somebody(Map<Role, Reach> reaches) {
        return new Visitor(UUID.randomUUID(), "ある人", "x@example.jp", reaches, null);
    }

    @Test
    void staff_of_a_department_handle_its_cases_and_no_others() {
        Visitor staff = somebody(Map.of(Role.STAFF, Reach.over(Set.of("security", "exam"))));
        assertThat(staff.may(Permission.HANDLE_CASES)).isTrue();
        assertThat(staff.mayFor(Permission.HANDLE_CASES, "security")).isTrue();
        assertThat(staff.mayFor(Permission.HANDLE_CASES, "pr")).isFalse();
        assertThat(staff.departments()).containsExactlyInAnyOrder("security", "exam");
    }

    @Test
    void what_belongs_to_no_department_is_for_those_who_reach_over_the_whole_agency() {
        assertThat(somebody(Map.of(Role.STAFF, Reach.EVERYWHERE)).mayFor(Permission.HANDLE_CASES, null))
                .isTrue();
        assertThat(somebody(Map.of(Role.STAFF, Reach.over(Set.of("exam")))).mayFor(Permission.HANDLE_CASES, null))
                .isFalse();
    }

    @Test
    void a_planner_of_a_department_approves_its_results_but_accepts_no_plan_and_closes_nothing() {
        Visitor planner = somebody(Map.of(Role.PLANNER, Reach.over(Set.of("exam"))));
        assertThat(planner.mayFor(Permission.APPROVE_RESULTS, "exam")).isTrue();
        assertThat(planner.may(Permission.MANAGE_PLAN)).isFalse();
        assertThat(planner.may(Permission.PROPOSE_CLOSINGS)).isFalse();
        assertThat(planner.may(Permission.USE_STAFF_PAGES)).isTrue();
        assertThat(planner.may(Permission.SECOND_PROOF)).isTrue();
    }

    @Test
    void a_role_limited_to_no_department_yet_handles_nothing() {
        Visitor staff = somebody(Reach.read(new String[] {"STAFF/"}));
        assertThat(staff.may(Permission.HANDLE_CASES)).isFalse();
        assertThat(staff.mayFor(Permission.HANDLE_CASES, null)).isFalse();
        assertThat(staff.may(Permission.USE_STAFF_PAGES)).isTrue();
    }

    @Test
    void two_roles_reach_as_far_as_both_together() {
        Visitor both = somebody(Reach.read(new String[] {"STAFF/exam", "STAFF/dx", "PLANNER/pr"}));
        assertThat(both.reach(Permission.RECORD_RESULTS)).isEqualTo(Reach.over(Set.of("exam", "dx", "pr")));
        assertThat(both.reach(Permission.APPROVE_RESULTS)).isEqualTo(Reach.over(Set.of("pr")));
        assertThat(somebody(Reach.read(new String[] {"STAFF/exam", "PLANNER/*"}))
                        .reach(Permission.RECORD_RESULTS))
                .isEqualTo(Reach.EVERYWHERE);
    }

    @Test
    void a_token_reaches_no_further_than_its_owner() {
        Visitor owner = somebody(Map.of(Role.STAFF, Reach.over(Set.of("exam"))));
        Visitor token = owner.limitedTo(Set.of(new TokenScope(Permission.HANDLE_CASES, true)));
        assertThat(token.mayFor(Permission.HANDLE_CASES, "exam")).isTrue();
        assertThat(token.mayFor(Permission.HANDLE_CASES, "pr")).isFalse();
        assertThat(token.mayFor(Permission.RECORD_RESULTS, "exam")).isFalse();
    }

    @Test
    void a_department_is_written_in_one_way() {
        for (String wrong : new String[] {"", "Exam", "1x", "exam,pr", "*", "試験", "a".repeat(41)}) {
            assertThatThrownBy(() -> Reach.over(Set.of(wrong))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
