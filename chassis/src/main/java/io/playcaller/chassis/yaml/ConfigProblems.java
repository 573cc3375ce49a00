package io.playcaller.chassis.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one or more files while they are read. Used by one thread. */
public final class ConfigProblems {

    private final List<ConfigProblem> found = new ArrayList<>();

    public void add(ConfigProblem problem) {
        found.add(problem);
    }

    public void addAll(List<ConfigProblem> problems) {
        found.addAll(problems);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The faults by file and line. */
    public List<ConfigProblem> all() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(ConfigProblem::file).thenComparing(ConfigProblem::line))
                .toList();
    }

    /** @throws ConfigException listing every fault, when there is one */
    public void orThrow() {
        if (!found.isEmpty()) {
            throw new ConfigException(all());
        }
    }
}
