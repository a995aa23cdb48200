package dev.lifeos.simulators.google.oauth;

/**
 * What a code stands for.
 *
 * @param request what was asked for
 * @param grant what the person allowed; the code lives as long
 * @param refreshable whether a refresh token comes with it
 */
record Code(AuthorizationRequest request, Grant grant, boolean refreshable) {}
