package io.playcaller.router.task.in;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.TaskAct;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bodies of requests, and the acts that they ask for. */
final class TaskCommands {

    private static final Map<String, TouchKind> TOUCHES =
            Map.of("call", TouchKind.CALL, "meeting", TouchKind.MEETING, "mail", TouchKind.MAIL);
    private static final String TOUCH_WORDS = "call, meeting or mail";
    private static final Map<String, PlayOutcome> OUTCOMES =
            Map.of("succeeded", PlayOutcome.SUCCEEDED, "failed", PlayOutcome.FAILED);

    private TaskCommands() {}

    /** What somebody asks for. */
    interface Body {

        /** The act; null where {@code checks} found faults. */
        @Nullable
        TaskAct read(Checks checks);

        /** The act, or every fault at once. */
        default TaskAct checked() {
            Checks checks = new Checks("task.command");
            return checks.passed(read(checks));
        }
    }

    /** Body of {@code touch}. */
    record TouchBody(@Nullable String kind, @Nullable String note) implements Body {

        @Override
        public @Nullable TaskAct read(Checks checks) {
            TouchKind asKind = checks.required("/kind", TOUCH_WORDS, kind, TOUCHES::get);
            String words = checks.words(note, "a sentence on what was said");
            return asKind == null ? null : new TaskAct.Touch(asKind, words);
        }
    }

    /** Body of {@code update}. */
    record UpdateBody(@Nullable String note) implements Body {

        @Override
        public TaskAct read(Checks checks) {
            return new TaskAct.Update(checks.words(note, "a sentence on how it stands"));
        }
    }

    /** Body of {@code comment}. */
    record CommentBody(@Nullable String note) implements Body {

        @Override
        public TaskAct read(Checks checks) {
            return new TaskAct.Comment(checks.words(note, "a sentence"));
        }
    }

    /** Body of {@code snooze}. */
    record SnoozeBody(@Nullable String until, @Nullable String note) implements Body {

        @Override
        public @Nullable TaskAct read(Checks checks) {
            Instant asInstant =
                    checks.required("/until", "an RFC 3339 time such as 2026-03-01T09:00:00Z", until, Checks::instant);
            String why = checks.words(note, "a sentence on why");
            return asInstant == null ? null : new TaskAct.Snooze(asInstant, why);
        }
    }

    /** Body of {@code pause}. */
    record PauseBody(
            @Nullable String because,
            @Nullable String until,
            @Nullable String note) implements Body {

        private static final String REASONS =
                Arrays.stream(PauseReason.values()).map(PauseReason::wire).collect(Collectors.joining(", "));

        @Override
        public @Nullable TaskAct read(Checks checks) {
            PauseReason reason = checks.required(
                    "/because",
                    "one of " + REASONS,
                    because,
                    word -> PauseReason.ofWire(word).orElse(null));
            boolean freeze = reason == PauseReason.CUSTOMER_FREEZE;
            checks.that(
                    until == null || freeze || reason == null,
                    "/until",
                    "nothing: only a customer's freeze has a day; any other reason has its own limit",
                    String.valueOf(until));
            LocalDate day = freeze ? checks.required("/until", "a day such as 2026-12-31", until, Checks::day) : null;
            checks.text(note);
            return reason == null || (freeze && day == null) ? null : new TaskAct.Pause(reason, day, note);
        }
    }

    /** Body of {@code reassign}: the staff id of whoever is to have it, and why. */
    record ReassignBody(@Nullable String to, @Nullable String note) {

        /** The act, or every fault at once. */
        TaskAct checked(Directory people) {
            Checks checks = new Checks("task.command");
            StaffMember person = checks.required(
                    "/to",
                    "the staff id of somebody of the directory",
                    to,
                    id -> people.person(id).orElse(null));
            String why = checks.words(note, "a sentence on why");
            return checks.passed(
                    person == null ? null : new TaskAct.Reassign(person.staffId(), person.name(), null, why));
        }
    }

    /** Body of {@code complete}. */
    record CompleteBody(
            @Nullable String outcome,
            @Nullable String closing,
            @Nullable String touch,
            @Nullable String note) implements Body {

        @Override
        public @Nullable TaskAct read(Checks checks) {
            PlayOutcome asOutcome = checks.required("/outcome", "succeeded or failed", outcome, OUTCOMES::get);
            Closing asClosing = checks.required(
                    "/closing",
                    Closing.WORDS,
                    closing,
                    word -> Closing.ofWire(word).orElse(null));
            TouchKind asTouch = checks.optional("/touch", TOUCH_WORDS, touch, TOUCHES::get);
            checks.text(note);
            return asOutcome == null || asClosing == null
                    ? null
                    : new TaskAct.Complete(asOutcome, asClosing, asTouch, note);
        }
    }

    /**
     * Body of {@code bulk}: an act, the tasks to do it to, and what the act alone would have in its body.
     *
     * @param act the last part of its path
     */
    record BulkBody(
            @Nullable String act,
            @Nullable List<UUID> taskIds,
            @Nullable String kind,
            @Nullable String outcome,
            @Nullable String closing,
            @Nullable String touch,
            @Nullable String because,
            @Nullable String until,
            @Nullable String note)
            implements Body {

        private static final int MOST = 100;
        private static final String ACTS = "acknowledge, touch, update, comment, snooze, pause, resume or complete";

        @Override
        public @Nullable TaskAct read(Checks checks) {
            checks.that(
                    taskIds != null
                            && !taskIds.isEmpty()
                            && taskIds.size() <= MOST
                            && taskIds.stream().noneMatch(Objects::isNull),
                    "/taskIds",
                    "1 to " + MOST + " ids of tasks",
                    taskIds == null ? "nothing" : taskIds.size() + " entries");
            Body body = checks.required("/act", ACTS, act, this::bodyOf);
            return body == null ? null : body.read(checks);
        }

        /** Each task once, in the order in which they came. */
        List<UUID> distinct() {
            return taskIds == null ? List.of() : taskIds.stream().distinct().toList();
        }

        private @Nullable Body bodyOf(String word) {
            return switch (word) {
                case "acknowledge" -> checks -> new TaskAct.Acknowledge(false);
                case "touch" -> new TouchBody(kind, note);
                case "update" -> new UpdateBody(note);
                case "comment" -> new CommentBody(note);
                case "snooze" -> new SnoozeBody(until, note);
                case "pause" -> new PauseBody(because, until, note);
                case "resume" -> checks -> new TaskAct.Resume();
                case "complete" -> new CompleteBody(outcome, closing, touch, note);
                default -> null;
            };
        }
    }
}
