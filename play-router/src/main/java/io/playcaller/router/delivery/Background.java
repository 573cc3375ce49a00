package io.playcaller.router.delivery;

import io.playcaller.router.staff.Directory;
import io.playcaller.router.task.Precisions;

/** What a message says beside the task itself: who our people are, and how often its reason was right. */
public record Background(Directory directory, Precisions precisions) {}
