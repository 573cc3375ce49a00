package io.playcaller.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowListTest {

    @Test
    void thePageMayAskForWhatItShows() {
        assertThat(AllowList.allows(Backend.HEALTH, "GET", "v1/accounts")).isTrue();
        assertThat(AllowList.allows(Backend.HEALTH, "GET", "v1/accounts/totals"))
                .isTrue();
        assertThat(AllowList.allows(Backend.HEALTH, "GET", "v1/accounts/a%20b..c/history"))
                .isTrue();
        assertThat(AllowList.allows(Backend.ROUTER, "POST", "v1/tasks/1/acknowledge"))
                .isTrue();
        assertThat(AllowList.allows(Backend.FORECAST, "GET", "v1/portfolio")).isTrue();
        assertThat(AllowList.allows(Backend.ROUTER, "GET", "v1/reasons")).isTrue();
        assertThat(AllowList.allows(Backend.ROUTER, "POST", "v1/tasks/bulk")).isTrue();
        assertThat(List.of("touch", "update", "comment", "snooze", "pause", "resume", "complete"))
                .allMatch(act -> AllowList.allows(Backend.ROUTER, "POST", "v1/tasks/1/" + act));
    }

    @Test
    void aLeaderMayAskForFiguresAndWriteDownWhatWasDecided() {
        assertThat(List.of(
                        "programme",
                        "lift",
                        "saves",
                        "losses",
                        "losses/reasons",
                        "retention/cohorts",
                        "time-to-value",
                        "score-accuracy",
                        "capacity",
                        "models",
                        "meetings/weekly"))
                .allMatch(asked -> AllowList.allows(Backend.FORECAST, "GET", "v1/" + asked));
        assertThat(List.of("funnel", "models", "models/shadow", "models/0123abcd"))
                .allMatch(asked -> AllowList.allows(Backend.HEALTH, "GET", "v1/" + asked));
        assertThat(List.of("coverage", "messages"))
                .allMatch(asked -> AllowList.allows(Backend.ROUTER, "GET", "v1/" + asked));
        assertThat(List.of(
                        "programme/2026-Q3/plays/usage-drop/decisions",
                        "meetings/weekly/2026-11-23/decisions",
                        "meetings/decisions/d-1/done"))
                .allMatch(told -> AllowList.allows(Backend.FORECAST, "POST", "v1/" + told));
    }

    @Test
    void whoPlansMaySetTargetsAskWhatIfAndRegisterCredit() {
        assertThat(List.of("targets", "expansion-coverage", "credits", "credits/policies", "credits/unassigned"))
                .allMatch(asked -> AllowList.allows(Backend.FORECAST, "GET", "v1/" + asked));
        assertThat(List.of("portfolio/scenarios", "credits"))
                .allMatch(told -> AllowList.allows(Backend.FORECAST, "POST", "v1/" + told));
        assertThat(AllowList.allows(Backend.FORECAST, "PUT", "v1/targets/2026-Q4/all/EUR"))
                .isTrue();
        assertThat(AllowList.allows(Backend.ROUTER, "GET", "v1/directory/unmatched"))
                .isTrue();
    }

    @Test
    void whoOwnsTheModelMayDraftTryPutInForceAndGoBack() {
        assertThat(List.of("models", "models/0123abcd/shadow", "models/0123abcd/activate", "models/rollback"))
                .allMatch(told -> AllowList.allows(Backend.HEALTH, "POST", "v1/" + told));
        assertThat(AllowList.allows(Backend.HEALTH, "DELETE", "v1/models/shadow"))
                .isTrue();
    }

    @Test
    void anAccountMayBeHandedOverAnsweredAndTakenBack() {
        assertThat(List.of("", "/h-1/accept", "/h-1/reject", "/h-1/withdraw"))
                .allMatch(told -> AllowList.allows(Backend.ROUTER, "POST", "v1/hand-overs" + told));
    }

    @Test
    void whoRunsItMayTellAToolAgain() {
        assertThat(List.of("slack/enable", "slack/replay", "hold", "hold/release"))
                .allMatch(told -> AllowList.allows(Backend.ROUTER, "POST", "v1/connectors/" + told));
    }

    @Test
    void whatPeopleSetTheyMayTakeBack() {
        assertThat(AllowList.allows(Backend.HEALTH, "POST", "v1/accounts/acme/overrides"))
                .isTrue();
        assertThat(AllowList.allows(Backend.HEALTH, "DELETE", "v1/accounts/acme/overrides/o-1"))
                .isTrue();
        assertThat(AllowList.allows(Backend.ROUTER, "DELETE", "v1/silences/s-1"))
                .isTrue();
        assertThat(AllowList.allows(Backend.ROUTER, "POST", "v1/connectors/hold/release"))
                .isTrue();
        assertThat(AllowList.allows(Backend.FORECAST, "DELETE", "v1/contracts/c-1/judgements/j-1"))
                .isTrue();
    }

    @Test
    void nothingElseAndNothingThatClimbs() {
        assertThat(AllowList.allows(Backend.ROUTER, "POST", "v1/tasks")).isFalse();
        assertThat(AllowList.allows(Backend.ROUTER, "POST", "v1/tasks/1/forget"))
                .isFalse();
        assertThat(AllowList.allows(Backend.HEALTH, "POST", "v1/accounts")).isFalse();
        assertThat(AllowList.allows(Backend.FORECAST, "GET", "v1/accounts")).isFalse();
        assertThat(AllowList.allows(Backend.HEALTH, "DELETE", "v1/accounts/acme/overrides/o-1/words"))
                .isFalse();
        assertThat(AllowList.allows(Backend.HEALTH, "DELETE", "v1/accounts/acme/overrides"))
                .isFalse();
        assertThat(AllowList.allows(Backend.ROUTER, "POST", "v1/hand-overs/h-1"))
                .isFalse();
        assertThat(AllowList.allows(Backend.ROUTER, "DELETE", "v1/hand-overs/h-1"))
                .isFalse();
        assertThat(AllowList.allows(Backend.HEALTH, "POST", "v1/models/0123abcd"))
                .isFalse();
        assertThat(AllowList.allows(Backend.HEALTH, "DELETE", "v1/models/0123abcd"))
                .isFalse();
        assertThat(AllowList.allows(Backend.FORECAST, "PUT", "v1/models/in-force"))
                .isFalse();
        assertThat(AllowList.allows(Backend.ROUTER, "PUT", "v1/directory/ana")).isFalse();
        assertThat(AllowList.allows(Backend.FORECAST, "GET", "v1/meetings/weekly/markdown"))
                .isFalse();
        assertThat(List.of(
                        "v1/accounts/../health",
                        "v1/accounts/./health",
                        "v1/accounts/%2E%2e/health",
                        "v1/accounts/.%2e/health",
                        "v1/accounts/a%2f..%2fb/health",
                        "v1/accounts/a%5cb/health",
                        "v1/accounts/a/b/health",
                        "v1/accounts//health"))
                .allSatisfy(path -> assertThat(AllowList.allows(Backend.HEALTH, "GET", path))
                        .isFalse());
    }
}
