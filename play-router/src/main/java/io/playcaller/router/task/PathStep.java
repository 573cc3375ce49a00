package io.playcaller.router.task;

/**
 * One answer on the way from a signal to a task.
 *
 * @param stage who answered
 * @param verdict {@code pass}, {@code join} or {@code stop}
 * @param reason stable code
 * @param sentence the same for people
 */
public record PathStep(String stage, String verdict, String reason, String sentence) {}
