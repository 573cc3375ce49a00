package io.playcaller.chassis.problem;

/** Fired as a CDI event when a request is refused before any resource sees it, so that a service can count it. */
public record RefusedUnread(Problem problem) {}
