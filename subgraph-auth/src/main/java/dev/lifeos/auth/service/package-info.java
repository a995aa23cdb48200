/** Tokens for services of the platform. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.service;
