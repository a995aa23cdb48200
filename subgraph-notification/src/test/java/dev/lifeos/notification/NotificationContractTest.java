package dev.lifeos.notification;

import dev.lifeos.test.SubgraphContract;

class NotificationContractTest extends SubgraphContract {}
