package io.playcaller.router.delivery;

import io.playcaller.contracts.work.PlayOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Compares what the ledger says a tool has with what it has. */
public final class Reconciliation {

    /** A task that the tool took, by the ledger. */
    public record Kept(UUID taskId, String externalId, boolean open) {}

    /** What is otherwise in the tool. */
    public sealed interface Difference {

        UUID taskId();

        /** For people. */
        String sentence();
    }

    /** The tool has lost an open task. */
    public record Missing(UUID taskId, String externalId) implements Difference {

        @Override
        public String sentence() {
            return externalId + " is not there any more; it is told again";
        }
    }

    /** It was ended there and nobody told us. */
    public record EndedThere(UUID taskId, String externalId, PlayOutcome outcome) implements Difference {

        @Override
        public String sentence() {
            return externalId + " was ended there; so it is here";
        }
    }

    /** It ended here and is open there. */
    public record OpenThere(UUID taskId, String externalId) implements Difference {

        @Override
        public String sentence() {
            return externalId + " is open there although the task ended; it is told again";
        }
    }

    /** Several carry its key: people must say which of them stays. */
    public record Twice(UUID taskId, List<String> externalIds) implements Difference {

        @Override
        public String sentence() {
            return "several carry its key: " + String.join(", ", externalIds) + "; delete all but one";
        }
    }

    private Reconciliation() {}

    /** What differs, at most one thing of each task. A task that ended and that the tool has lost is no loss. */
    public static List<Difference> compare(List<Kept> ours, List<ToolCopy> theirs) {
        Map<UUID, List<ToolCopy>> byTask = theirs.stream().collect(Collectors.groupingBy(ToolCopy::taskId));
        List<Difference> differences = new ArrayList<>();
        ours.forEach(
                kept -> of(kept, byTask.getOrDefault(kept.taskId(), List.of())).ifPresent(differences::add));
        return differences;
    }

    private static Optional<Difference> of(Kept kept, List<ToolCopy> copies) {
        if (copies.isEmpty()) {
            return kept.open() ? Optional.of(new Missing(kept.taskId(), kept.externalId())) : Optional.empty();
        }
        if (copies.size() > 1) {
            return Optional.of(new Twice(
                    kept.taskId(),
                    copies.stream().map(ToolCopy::externalId).sorted().toList()));
        }
        ToolCopy copy = copies.get(0);
        PlayOutcome ended = copy.ended();
        if (ended == null) {
            return kept.open() ? Optional.empty() : Optional.of(new OpenThere(kept.taskId(), copy.externalId()));
        }
        return kept.open() ? Optional.of(new EndedThere(kept.taskId(), copy.externalId(), ended)) : Optional.empty();
    }
}
