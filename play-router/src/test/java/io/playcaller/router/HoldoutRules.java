package io.playcaller.router;

import io.playcaller.router.play.HoldoutPolicy;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.rules.RouterRules;
import java.util.Map;
import java.util.Set;

/** The rules of the tests with another holdout. */
public final class HoldoutRules {

    private HoldoutRules() {}

    /** Every play but those named holds out so many of a hundred accounts of every tier. */
    public static RouterRules of(int percent, String... never) {
        RouterRules rules = TestRules.read();
        Map<String, Integer> everywhere =
                Map.of("enterprise", percent, "mid-market", percent, "pooled", percent, "tech-touch", percent);
        PlayBook plays = rules.plays();
        return new RouterRules(
                rules.version(),
                rules.calendars(),
                rules.roles(),
                new PlayBook(
                        plays.plays(),
                        plays.riskDefault(),
                        plays.muteRules(),
                        plays.groups(),
                        plays.wrapUp(),
                        plays.brake(),
                        new HoldoutPolicy("1", everywhere, Map.of(), Set.of(never))),
                rules.sla(),
                rules.directory(),
                rules.windows(),
                rules.coverage());
    }
}
