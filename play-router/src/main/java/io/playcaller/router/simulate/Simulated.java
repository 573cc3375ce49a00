package io.playcaller.router.simulate;

import java.util.List;
import java.util.Map;

/**
 * What plays would have done.
 *
 * @param plays in the order of the file; those that would have done nothing, too
 * @param minutesByRoleAndWeek by role, then by the Monday of the week in which a step would have been due as early as it can be
 * @param stopped signals that would have become no task, by the reason
 */
public record Simulated(
        List<PlayCount> plays, Map<String, Map<String, Long>> minutesByRoleAndWeek, Map<String, Integer> stopped) {}
