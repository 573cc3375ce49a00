package io.playcaller.health.engine.model;

import java.util.Map;
import java.util.Set;

/**
 * The stages of a customer's life, by first match: lost, onboarding, renewal, value, adoption.
 *
 * @param onboardingExit keys of the milestones that end onboarding once all of them are reached
 * @param onboardingDays ends onboarding where none of these milestones is known
 * @param onboardingDaysBySegment exceptions by segment
 * @param objective key of the milestone that begins the stage value
 * @param renewalDays the renewal stage begins so long before the end of the contract
 * @param noticeDays or so long before the notice deadline, whichever is earlier
 */
public record StageRules(
        Set<String> onboardingExit,
        int onboardingDays,
        Map<String, Integer> onboardingDaysBySegment,
        String objective,
        int renewalDays,
        int noticeDays) {

    public static final String ONBOARDING = "onboarding";
    public static final String ADOPTION = "adoption";
    public static final String VALUE = "value";
    public static final String RENEWAL = "renewal";
    public static final String LOST = "lost";

    public StageRules {
        onboardingExit = Set.copyOf(onboardingExit);
        onboardingDaysBySegment = Map.copyOf(onboardingDaysBySegment);
        Require.range("stages.onboardingDays", onboardingDays, 0, 1000);
        Require.text("stages.objective", objective);
        Require.range("stages.renewalDays", renewalDays, 0, 1000);
        Require.range("stages.noticeDays", noticeDays, 0, 1000);
    }

    public int onboardingDays(String segment) {
        return onboardingDaysBySegment.getOrDefault(segment, onboardingDays);
    }
}
