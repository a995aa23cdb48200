package dev.lifeos.auth.google;

import java.util.UUID;

record UnlinkIdentityInput(UUID id) {}
