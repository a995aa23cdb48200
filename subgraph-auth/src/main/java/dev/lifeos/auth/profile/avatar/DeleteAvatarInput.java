package dev.lifeos.auth.profile.avatar;

import java.net.URI;
import org.jspecify.annotations.Nullable;

record DeleteAvatarInput(@Nullable URI avatar) {}
