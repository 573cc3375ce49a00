/**
 * Strict YAML for configuration that people write: every fault of a file at once, each with file, line, key and fix.
 *
 * <p>Scalars follow the YAML 1.2 core schema: {@code yes}, {@code 09:00} and {@code 2026-01-01} are text. Unknown and
 * repeated keys are faults, never ignored.
 */
@NullMarked
package io.playcaller.chassis.yaml;

import org.jspecify.annotations.NullMarked;
