<?php
/**
 * The one template that makes a folder a classic theme.
 *
 * @package Igny8
 */

get_header();
