<?php
/**
 * The composition root: which features there are, and which are on.
 *
 * @package Igny8\Toolkit
 */

namespace Igny8\Toolkit;

/**
 * Features are independent of each other and of the IGNY8 plugin. All are off until the owner switches them on.
 */
final class Toolkit {

	public const OPTION = 'igny8_toolkit_features';

	/**
	 * @var array<string, class-string<Feature>>
	 */
	public const FEATURES = array(
		'emoji-script' => Performance\EmojiScript::class,
	);

	public function boot(): void {
		foreach ( array_intersect_key( self::FEATURES, array_flip( $this->enabled() ) ) as $class ) {
			add_action( 'init', array( new $class(), 'boot' ) );
		}
		add_action( 'admin_init', array( $this, 'on_admin_init' ) );
		add_action( 'admin_menu', array( $this, 'on_admin_menu' ) );
	}

	/**
	 * Slugs of the features that are on.
	 *
	 * @return list<string>
	 */
	public function enabled(): array {
		return array_values( array_intersect( (array) get_option( self::OPTION, array() ), array_keys( self::FEATURES ) ) );
	}

	public function on_admin_init(): void {
		register_setting(
			'igny8_toolkit',
			self::OPTION,
			array(
				'type'              => 'array',
				'default'           => array(),
				'sanitize_callback' => static fn( $value ): array => array_values( array_intersect( array_map( 'strval', (array) $value ), array_keys( self::FEATURES ) ) ),
			)
		);
	}

	public function on_admin_menu(): void {
		add_options_page(
			__( 'IGNY8 Toolkit', 'igny8-toolkit' ),
			__( 'IGNY8 Toolkit', 'igny8-toolkit' ),
			'manage_options',
			'igny8-toolkit',
			array( $this, 'render' )
		);
	}

	/**
	 * The settings screen: one switch per feature, saved by WordPress' own options.php.
	 */
	public function render(): void {
		?>
		<div class="wrap">
			<h1><?php esc_html_e( 'IGNY8 Toolkit', 'igny8-toolkit' ); ?></h1>
			<form method="post" action="options.php">
				<?php settings_fields( 'igny8_toolkit' ); ?>
				<table class="form-table" role="presentation">
					<?php
					foreach ( self::FEATURES as $slug => $class ) {
						$this->render_switch( $slug, new $class() );
					}
					?>
				</table>
				<?php submit_button(); ?>
			</form>
		</div>
		<?php
	}

	private function render_switch( string $slug, Feature $feature ): void {
		?>
		<tr>
			<th scope="row"><?php echo esc_html( $feature->label() ); ?></th>
			<td>
				<label>
					<input type="checkbox" name="<?php echo esc_attr( self::OPTION ); ?>[]" value="<?php echo esc_attr( $slug ); ?>" <?php checked( in_array( $slug, $this->enabled(), true ) ); ?>>
					<?php echo esc_html( $feature->description() ); ?>
				</label>
			</td>
		</tr>
		<?php
	}
}
