/** Tests of services and their tokens. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.service;
