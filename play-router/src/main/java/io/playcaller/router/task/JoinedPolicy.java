package io.playcaller.router.task;

import io.playcaller.router.sla.SlaPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Clocks that signals brought to a task.
 *
 * @param episodes of which one at least is open: those that ask for it
 */
public record JoinedPolicy(Set<UUID> episodes, SlaPolicy policy) {

    public JoinedPolicy {
        episodes = episodes == null ? Set.of() : Set.copyOf(episodes);
    }

    /** False of one that a version of before wrote, which says neither. */
    boolean isKnown() {
        return policy != null && !episodes.isEmpty();
    }

    /** The policies without what an episode asked for; what another asks for, too, stays. */
    static List<JoinedPolicy> without(UUID episodeId, List<JoinedPolicy> joined) {
        return joined.stream().flatMap(one -> one.without(episodeId).stream()).toList();
    }

    private Optional<JoinedPolicy> without(UUID episodeId) {
        Set<UUID> left = new HashSet<>(episodes);
        left.remove(episodeId);
        return left.isEmpty() ? Optional.empty() : Optional.of(new JoinedPolicy(left, policy));
    }

    /** The policies with the one that an episode asks for now. */
    static List<JoinedPolicy> with(UUID episodeId, SlaPolicy policy, List<JoinedPolicy> joined) {
        List<JoinedPolicy> others = without(episodeId, joined);
        Set<UUID> asking = new HashSet<>(Set.of(episodeId));
        others.stream().filter(one -> one.policy.equals(policy)).forEach(one -> asking.addAll(one.episodes));
        return Stream.concat(
                        others.stream().filter(one -> !Objects.equals(one.policy, policy)),
                        Stream.of(new JoinedPolicy(asking, policy)))
                .toList();
    }
}
