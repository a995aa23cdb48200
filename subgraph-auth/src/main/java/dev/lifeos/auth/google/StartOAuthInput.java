package dev.lifeos.auth.google;

record StartOAuthInput(OAuthProvider provider, OAuthPurpose purpose) {}
