package io.playcaller.lab;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of an evaluation.
 *
 * @param events rows of what happened: {@code account_id,ts,type,value}
 * @param labels how it ended: {@code account_id,as_of} and {@code outcome}
 * @param outcome the column of 0 and 1, where 1 is a bad end
 * @param mapping what rows become; without one, the mapping that ships
 * @param scorecard a {@code scorecards.yaml}, or a directory of model files; what is not there is as it ships
 */
public record Input(Path events, Path labels, String outcome, Optional<Path> mapping, Optional<Path> scorecard) {}
