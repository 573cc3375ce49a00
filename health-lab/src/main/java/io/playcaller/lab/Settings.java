package io.playcaller.lab;

import java.util.Optional;

/**
 * How to evaluate.
 *
 * @param since {@code as_of} from which on units are judged, while those before it teach what has to be taught; without
 *     one, all are judged and all teach
 * @param draws of the bootstrap
 * @param check whether to compute every score a second time, at once
 */
public record Settings(Optional<String> since, int draws, boolean check) {}
