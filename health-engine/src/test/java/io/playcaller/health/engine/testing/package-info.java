/** Builders of facts, logs and models for tests, here and in whoever runs the engine. */
package io.playcaller.health.engine.testing;
