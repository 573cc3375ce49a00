package io.playcaller.router.task.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.task.Closing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bodies of requests, checked: every field at fault is said at once. */
final class TaskCommands {

    private static final Map<String, TouchKind> TOUCHES =
            Map.of("call", TouchKind.CALL, "meeting", TouchKind.MEETING, "mail", TouchKind.MAIL);
    private static final Map<String, PlayOutcome> OUTCOMES =
            Map.of("succeeded", PlayOutcome.SUCCEEDED, "failed", PlayOutcome.FAILED);
    private static final int LONGEST_NOTE = 4_000;

    private TaskCommands() {}

    /** Body of {@code complete}. */
    record CompleteBody(
            @Nullable String outcome,
            @Nullable String closing,
            @Nullable String touch,
            @Nullable String note) {

        Complete checked() {
            List<FieldFault> faults = new ArrayList<>();
            Optional<PlayOutcome> asOutcome = Optional.ofNullable(outcome).map(OUTCOMES::get);
            Optional<Closing> asClosing = Optional.ofNullable(closing).flatMap(Closing::ofWire);
            if (asOutcome.isEmpty()) {
                faults.add(new FieldFault("/outcome", "succeeded or failed", String.valueOf(outcome)));
            }
            if (asClosing.isEmpty()) {
                faults.add(new FieldFault(
                        "/closing",
                        "helped, no-effect, already-knew, false-alarm or wrong-person",
                        String.valueOf(closing)));
            }
            TouchKind asTouch = touchOf(touch, faults);
            checkNote(note, faults);
            refuse(faults);
            return new Complete(asOutcome.orElseThrow(), asClosing.orElseThrow(), asTouch, note);
        }
    }

    record Complete(
            PlayOutcome outcome,
            Closing closing,
            @Nullable TouchKind touch,
            @Nullable String note) {}

    /** Body of {@code touch}. */
    record TouchBody(@Nullable String kind, @Nullable String note) {

        TouchKind checked() {
            List<FieldFault> faults = new ArrayList<>();
            if (kind == null) {
                faults.add(new FieldFault("/kind", "call, meeting or mail", "null"));
            }
            TouchKind asTouch = touchOf(kind, faults);
            checkNote(note, faults);
            refuse(faults);
            return asTouch == null ? TouchKind.UNKNOWN : asTouch;
        }
    }

    /** Body of {@code update}. */
    record UpdateBody(@Nullable String note) {

        String checked() {
            List<FieldFault> faults = new ArrayList<>();
            if (note == null || note.isBlank()) {
                faults.add(new FieldFault("/note", "a sentence on how it stands", String.valueOf(note)));
            }
            checkNote(note, faults);
            refuse(faults);
            return note == null ? "" : note;
        }
    }

    private static @Nullable TouchKind touchOf(@Nullable String word, List<FieldFault> faults) {
        TouchKind kind = word == null ? null : TOUCHES.get(word);
        if (word != null && kind == null) {
            faults.add(new FieldFault("/touch", "call, meeting or mail", word));
        }
        return kind;
    }

    private static void checkNote(@Nullable String note, List<FieldFault> faults) {
        if (note != null && note.indexOf('\0') >= 0) {
            faults.add(new FieldFault("/note", "text", "text with a NUL character"));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            faults.add(
                    new FieldFault("/note", "at most " + LONGEST_NOTE + " characters", note.length() + " characters"));
        }
    }

    private static void refuse(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("task.command", faults));
        }
    }
}
